import { startServer } from "./server/start.ts";

startServer(process.argv.includes("--node-ipc") ? "ipc" : "stdio");
