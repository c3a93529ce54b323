-- A session that began at the identity provider never had a password, so none can be asked to be changed.
ALTER TABLE "Session" ADD COLUMN "method" TEXT NOT NULL DEFAULT 'password' CHECK ("method" IN ('password', 'oidc'));
