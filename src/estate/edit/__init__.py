"""Changes to our own files that keep every other byte: comments, layout, line ends.

Text in, text out. After every change the new text is read again by the estate's own reader, and
returned only if exactly the intended value is another one.
"""

from __future__ import annotations

from estate.edit.batch import Edit, edited
from estate.edit.draft import Blank, Noted
from estate.edit.field import remove_field, set_field
from estate.edit.record import add_record

__all__ = ["Blank", "Edit", "Noted", "add_record", "edited", "remove_field", "set_field"]
