"""What a class is handed: a worksheet on paper."""
