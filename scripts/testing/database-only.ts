// A process that does nothing but keep the embedded database of a folder up, as the product does, to be killed by a test.
import { startEmbedded } from "../embedded";

const embedded = await startEmbedded({ folder: process.argv[2] ?? "", database: "guatu" });
process.send?.({ url: embedded.url, pid: embedded.pid(), adopted: embedded.adopted });
process.once("disconnect", () => void embedded.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
