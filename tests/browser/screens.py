"""The widths of the screens that pages are visited on, in pixels."""

from __future__ import annotations

NARROWEST = 320
"""1280 px magnified four times (WCAG 1.4.10), and the narrowest phone."""

PHONE = 360
TABLET = 768
DESK = 1440
