import ArgumentParser
import Commands

Holdfast.main()
