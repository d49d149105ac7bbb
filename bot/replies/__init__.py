"""Every sentence and keyboard that the bot shows, in zh-TW (pure)."""
