import * as z from "zod";
import { id, line } from "../shapes";

export const AddComment = z.strictObject({ taskId: id, text: line(4000) });
export const WithdrawComment = z.strictObject({ commentId: id });
