"""The two front doors beside the browser: the `scoreband` command and the web server."""
