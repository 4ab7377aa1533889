-- A fourth setting beside those of the first isolation migration:
--   app.person_id  what belongs to one person, whatever the tenant: the person, their factors, links, sessions and memberships

alter table "api_tokens" enable row level security;--> statement-breakpoint
alter table "api_tokens" force row level security;--> statement-breakpoint
create policy "tenant" on "api_tokens" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "invitations" enable row level security;--> statement-breakpoint
alter table "invitations" force row level security;--> statement-breakpoint
create policy "tenant" on "invitations" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "rate_limits" enable row level security;--> statement-breakpoint
alter table "rate_limits" force row level security;--> statement-breakpoint
create policy "tenant" on "rate_limits" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "webhook_deliveries" enable row level security;--> statement-breakpoint
alter table "webhook_deliveries" force row level security;--> statement-breakpoint
create policy "tenant" on "webhook_deliveries" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "webhooks" enable row level security;--> statement-breakpoint
alter table "webhooks" force row level security;--> statement-breakpoint
create policy "tenant" on "webhooks" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "lookup" on "api_tokens" for select using ("token_hash" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "lookup" on "invitations" for select using ("token_hash" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "sweep" on "webhook_deliveries" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "sweep" on "invitations" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "sweep" on "rate_limits" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "identities" enable row level security;--> statement-breakpoint
alter table "identities" force row level security;--> statement-breakpoint
create policy "person" on "identities" for all using ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid)) with check ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
alter table "passkeys" enable row level security;--> statement-breakpoint
alter table "passkeys" force row level security;--> statement-breakpoint
create policy "person" on "passkeys" for all using ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid)) with check ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
alter table "person_tokens" enable row level security;--> statement-breakpoint
alter table "person_tokens" force row level security;--> statement-breakpoint
create policy "person" on "person_tokens" for all using ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid)) with check ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
alter table "recovery_codes" enable row level security;--> statement-breakpoint
alter table "recovery_codes" force row level security;--> statement-breakpoint
create policy "person" on "recovery_codes" for all using ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid)) with check ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
create policy "lookup" on "identities" for select using ("subject" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "lookup" on "passkeys" for select using ("credential_id" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "lookup" on "person_tokens" for select using ("token_hash" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "sweep" on "person_tokens" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "people" enable row level security;--> statement-breakpoint
alter table "people" force row level security;--> statement-breakpoint
create policy "person" on "people" for all using ("id" = (select nullif(current_setting('app.person_id', true), '')::uuid)) with check ("id" = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
create policy "lookup" on "people" for select using ("email" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "sweep" on "people" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
-- Whom a tenant has as a member, the tenant can name.
create policy "member" on "people" for select using (exists (select 1 from "users" where "users"."person_id" = "people"."id" and "users"."tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)));--> statement-breakpoint
create policy "person" on "users" for select using ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "users" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "person" on "tenants" for select using ("id" in (select "tenant_id" from "users" where "person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid)));--> statement-breakpoint
create policy "person" on "sessions" for all using ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid)) with check ("person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
alter table "idempotency_keys" enable row level security;--> statement-breakpoint
alter table "idempotency_keys" force row level security;--> statement-breakpoint
create policy "lookup" on "idempotency_keys" for all using ("id" = (select nullif(current_setting('app.lookup', true), ''))) with check ("id" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "sweep" on "idempotency_keys" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
-- What is a day old is over for everybody.
create policy "over" on "idempotency_keys" for delete using ((select current_setting('app.scope', true)) = 'sweep' and "created_at" < now() - interval '1 day');--> statement-breakpoint
alter table "notices" enable row level security;--> statement-breakpoint
alter table "notices" force row level security;--> statement-breakpoint
create policy "lookup" on "notices" for all using ("id"::text = (select nullif(current_setting('app.lookup', true), ''))) with check ("id"::text = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "sweep" on "notices" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
-- What is a day old is over for everybody.
create policy "over" on "notices" for delete using ((select current_setting('app.scope', true)) = 'sweep' and "created_at" < now() - interval '1 day');--> statement-breakpoint
-- A notice is written by whoever causes it, and read by whoever knows its id.
create policy "write" on "notices" for insert with check (true);
