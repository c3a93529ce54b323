// Until every page asks the lights themselves.
export { type Sayable, sayLight } from "@/lib/lights/say-light";
