"""Writes what goes beside a report: spreadsheets as ODS and XLSX, and the sheets for signing as documents."""
