// Loaded into the server's process: if whoever started it is killed, it closes in order instead of keeping the port.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
