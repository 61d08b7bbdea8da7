"""W3C Web Annotation as JSON-LD, out and in: the form in which claims travel (docs/file-format.md).

Both directions stand side by side, so that a new field of a claim finds its place in both.
"""
