"""Lines of a passage are outlined together."""

from PySide6.QtCore import QPointF, QRectF

from annotator.ui.reader.contour import contour

UPPER, LOWER = QRectF(50, 0, 100, 20.5), QRectF(0, 20, 80, 20)


def test_lines_that_meet_have_one_outline() -> None:
    path = contour([UPPER, LOWER], 4)
    assert len(path.toSubpathPolygons()) == 1
    assert path.boundingRect() == QRectF(0, 0, 150, 40)


def test_the_outline_holds_what_the_lines_hold() -> None:
    path = contour([UPPER, LOWER], 4)
    for inside in (QPointF(60, 10), QPointF(10, 30), QPointF(65, 20)):
        assert path.contains(inside)
    for outside in (QPointF(30, 10), QPointF(120, 30)):
        assert not path.contains(outside)


def test_corners_are_round() -> None:
    path = contour([QRectF(0, 0, 40, 20)], 4)
    assert not path.contains(QPointF(0.5, 0.5))
    assert path.contains(QPointF(2, 2))


def test_lines_apart_are_outlined_apart() -> None:
    assert len(contour([UPPER, LOWER.translated(0, 30)], 4).toSubpathPolygons()) == 2


def test_nothing_has_no_outline() -> None:
    assert contour([], 4).isEmpty()
