import type { Actor } from "@/lib/auth/permissions";
import { prisma } from "@/lib/db";

type PostRow = { id: number; name: string; unitId: number; isHead: boolean };

/** A task of the sample with those who act on it. */
export type Part = { id: number; version: number; code: string; title: string; owner: Actor; sponsor: Actor };

const NOBODY = { accountId: null, personId: null, postIds: [], unitIds: [], headUnitIds: [] };

/** Who assigns, verifies and closes. Posts act in the sample, since the plan names no people. */
export const SUPERVISOR: Actor = { ...NOBODY, name: "督查员", roles: ["supervisor"] };

function holderOf(post: PostRow, role: "leader" | "unitHead" | "staff"): Actor {
  const own = { postIds: [post.id], unitIds: [post.unitId], headUnitIds: post.isHead ? [post.unitId] : [] };
  return { ...NOBODY, name: post.name, roles: [role], ...own };
}

/** The tasks of the plan by their codes. */
export async function castOf(): Promise<Map<string, Part>> {
  const post = { select: { id: true, name: true, unitId: true, isHead: true } };
  const tasks = await prisma().task.findMany({
    where: { source: "plan" },
    select: { id: true, version: true, code: true, title: true, ownerPost: post, sponsorPost: post },
  });
  const parts = tasks.map(({ ownerPost, sponsorPost, ...task }): Part => {
    if (!ownerPost || !sponsorPost) throw new Error(`task ${task.code} has no owner or no sponsor`);
    const owner = holderOf(ownerPost, ownerPost.isHead ? "unitHead" : "staff");
    return { ...task, owner, sponsor: holderOf(sponsorPost, "leader") };
  });
  return new Map(parts.map((part) => [part.code, part]));
}
