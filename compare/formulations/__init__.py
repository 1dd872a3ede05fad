"""Formulations (提法): which policy phrases came, went, came back, were reworded or carried on."""
