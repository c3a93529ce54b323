import * as z from "zod";
import { id } from "../shapes";

export const RevealProofs = z.strictObject({ taskId: id });
