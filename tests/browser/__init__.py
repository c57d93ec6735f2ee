"""What a browser makes of our pages: no request, no script, no barrier, on a screen, a phone and paper."""
