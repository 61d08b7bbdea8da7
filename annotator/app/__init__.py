"""Start-up: paths, settings, logs, wiring; builds the services and hands them on."""
