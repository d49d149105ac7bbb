"""Turns a report into a document: ODT, DOCX and PDF."""

from export.errors import ExportError, FormatUnknown, NothingToExport, TypesettingFailed
from export.render import FORMATS, render

__all__ = ["FORMATS", "ExportError", "FormatUnknown", "NothingToExport", "TypesettingFailed", "render"]
