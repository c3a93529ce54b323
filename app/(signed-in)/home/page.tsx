import { redirect } from "next/navigation";
import { currentActor } from "@/lib/auth/current-actor";
import { homeOf } from "@/lib/auth/home-rules";

/** Leads everybody to the page on which the day begins. */
export default async function StartPage() {
  redirect(homeOf(await currentActor()));
}
