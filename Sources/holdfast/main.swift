import Commands

Holdfast.start()
