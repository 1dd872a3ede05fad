"""Counts in templates, which say themselves whether a noun behind them is one or many."""


class Count(int):
    """A number that also fills in `{count:report|reports}`: the first word for one, the second for others."""

    @classmethod
    def of(cls, value: str) -> "Count":
        """The count that a value of a finding holds; what is no number counts as none."""
        return cls(value) if value.isdecimal() else cls(0)

    def __format__(self, spec: str) -> str:
        """The number in a format, or the word that goes with it."""
        one, bar, many = spec.partition("|")
        if bar:
            return one if self == 1 else many
        return super().__format__(spec)


def filled(template: str, **values: object) -> str:
    """A template with its values; whole numbers may choose between one and many.

    Args:
        template: with places for the values, such as `{count} {count:report|reports}`.
        values: what stands there.
    """
    return template.format(**{name: counting(value) for name, value in values.items()})


def counting(value: object) -> object:
    """A whole number as a `Count`; everything else as it is."""
    return Count(value) if type(value) is int else value
