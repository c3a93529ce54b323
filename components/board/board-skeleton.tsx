import { Skeleton } from "@/components/ui/skeleton";
import { COLUMNS } from "./lane-rules";

/** The same geometry as the board, so that nothing jumps when it comes. */
export function BoardSkeleton() {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 px-4 pt-3 lg:px-6">
      <Skeleton className="h-13 max-w-3xl" />
      <Skeleton className="h-8" />
      <div className="grid min-h-0 flex-1 gap-3 md:grid-cols-5">
        {COLUMNS.slice(0, 5).map(({ key }) => (
          <div className="hidden first:block md:block" key={key}>
            <Skeleton className="h-33" lines={4} />
          </div>
        ))}
      </div>
    </div>
  );
}
