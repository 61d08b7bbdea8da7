"""Drives the whole program from outside, as a person with a keyboard and a screen reader does.

A journey knows roles and names, never a class: `Desktop` is a screen of its own, `Program` the
program on it, `Accessible` one thing that assistive technology sees there; `Browser` reads reports.
"""

from tests.journeys.harness.accessible import Accessible
from tests.journeys.harness.browser import Browser
from tests.journeys.harness.desktop import Desktop
from tests.journeys.harness.offsets import code_point_of, utf16_of
from tests.journeys.harness.program import Program
from tests.journeys.harness.waiting import wait_until

__all__ = ["Accessible", "Browser", "Desktop", "Program", "code_point_of", "utf16_of", "wait_until"]
