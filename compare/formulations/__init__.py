"""Formulations (提法): which policy phrases came, went, came back, were reworded or carried on."""

from compare.formulations.statuses import find_formulations

__all__ = ["find_formulations"]
