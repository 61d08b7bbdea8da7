"""The typefaces of window and paper: families, best first; none travels with the program.

Each character is set in the first family that has it, so other scripts and emoji stand at the end.
"""

_EMOJI = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")

SERIF = (
    *("Charter", "Source Serif 4", "Noto Serif", "Georgia", "Cambria", "DejaVu Serif"),
    *("Noto Naskh Arabic", "Noto Serif Hebrew", "Noto Serif Devanagari", "Noto Serif CJK SC"),
    *("serif", *_EMOJI),
)
"""To read."""

SANS = (
    *("Inter", "Segoe UI", ".AppleSystemUIFont", "Cantarell", "Ubuntu", "Noto Sans"),
    *("DejaVu Sans", "sans-serif", *_EMOJI),
)
"""To work with: labels, tables, numbers."""
