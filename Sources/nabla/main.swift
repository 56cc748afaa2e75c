import Commands

await NablaCommand.main()
