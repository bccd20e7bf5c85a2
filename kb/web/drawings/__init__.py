"""How do the site's own drawings come about? Places and sizes are reckoned here; SVG is written by the templates."""
