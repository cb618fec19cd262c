"""备份与设置: the copies of the house and the settings in force, for the administrator."""
