-- Sign-ins of colleagues touch the row of a shared address all day; only a failure may keep its failures alive.
ALTER TABLE "SignInGuard" ADD COLUMN "failedAt" TIMESTAMPTZ(3);
ALTER TABLE "SignInGuard" ADD CHECK (failures >= 0), ADD CHECK ("inFlight" >= 0);
