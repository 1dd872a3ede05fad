"""Every word that a reader sees, in Chinese and English."""
