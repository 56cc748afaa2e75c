import Commands

await runNabla()
