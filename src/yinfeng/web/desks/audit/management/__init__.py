"""Commands of `yinfeng manage`."""
