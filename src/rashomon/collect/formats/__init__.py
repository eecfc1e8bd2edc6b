"""formats: how bytes become documents. One file each; its ``Plugin.parse`` takes text or bytes and yields finds."""
