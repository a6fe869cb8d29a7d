"""Incidents: dated, sourced incident records from reports on a closed country."""

__version__ = "0.1.0"
