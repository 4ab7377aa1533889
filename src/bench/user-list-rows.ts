import type postgres from "postgres";

const domainCount = 20;

/**
 * Fills one tenant with mailbox users as they are found: most are active and applied; a few of each other kind; a tenth has an alias. The last of
 * the twenty domains has fifty users, the others share the rest; 2,000 more were deleted.
 */
export async function fillUsers(owner: postgres.Sql, users: number) {
  const tenantId = Bun.randomUUIDv7();
  await owner`insert into tenants (id, name, max_mail_users) values (${tenantId}, 'Bench', 1000000)`;
  const domainIds = Array.from({ length: domainCount }, () => Bun.randomUUIDv7());
  for (const [at, id] of domainIds.entries())
    await owner`insert into domains (id, tenant_id, name, proof_token, state, proven_at)
      values (${id}, ${tenantId}, ${`d${at}.test`}, 't', 'active', now())`;
  const hash = `$argon2id$v=19$m=19456,t=2,p=1$${"a".repeat(22)}$${"b".repeat(43)}`;
  await owner`insert into mail_users (id, tenant_id, domain_id, local_part, address, display_name, password_hash, quota_bytes, used_bytes,
      state, may_sign_in, may_send, may_receive, password_set_at, sending_paused_at, recovery_confirmed_at, last_sign_in_at, revision,
      applied_revision, apply_error, created_at, deleted_at)
    select gen_random_uuid(), ${tenantId}, (${domainIds}::uuid[])[d], 'u' || n, 'u' || n || '@d' || d - 1 || '.test',
      (array['Ana','Ben','Chloé','Dörte','Émile','Fatma','Guo'])[n % 7 + 1] || ' ' || md5(n::text), ${hash}, 1073741824,
      (random() * random() * 1150000000)::bigint,
      case when n > ${users} then 'deleted' when n % 100 = 1 then 'suspended' else 'active' end,
      n % 100 <> 1, n % 200 <> 1, n % 1000 <> 1, case when n % 50 <> 3 then now() end, case when n % 5000 = 7 then now() end,
      case when n % 3 = 0 then now() end, case when n % 4 > 0 then now() - n * interval '11 minutes' end,
      2, case when n % 1000 in (11, 12) then 1 else 2 end, case when n % 1000 = 12 then 'unavailable' end,
      now() - n * interval '10 minutes', case when n > ${users} then now() - (n % 30) * interval '1 day' end
    from (select n, case when n % ${Math.floor(users / 50)} = 0 then ${domainCount}::int else n % ${domainCount - 1} + 1 end as d
      from generate_series(1, ${users + 2000}::int) as n) as numbered`;
  await owner`insert into aliases (id, tenant_id, domain_id, mail_user_id, address)
    select gen_random_uuid(), tenant_id, domain_id, id, 'alias-' || address from mail_users where local_part like '%7'`;
  await owner`vacuum analyze`;
  return { tenantId, domainIds };
}
