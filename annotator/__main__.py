"""`python -m annotator` is the installed command."""

from annotator.app.main import main

raise SystemExit(main())
