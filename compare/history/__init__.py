"""Many years of one place: formulations, priorities, targets through the years; every use of a phrase."""
