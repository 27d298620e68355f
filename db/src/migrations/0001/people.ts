import { type Build, notNull } from './build.ts';

export async function people({ table, index, text, integer }: Build): Promise<void> {
  await table('person')
    .addColumn('id', text, notNull)
    .addColumn('username', text, notNull)
    .addColumn('name', text, notNull)
    .addColumn('password_hash', text, notNull)
    .addColumn('totp_secret', text)
    .addColumn('scope_version', integer, notNull)
    .addColumn('failed_sign_ins', integer, notNull)
    .addColumn('locked_until', text)
    .addColumn('password_reset_at', text)
    .addColumn('demo_at', text)
    .addColumn('created_at', text, notNull)
    .addColumn('disabled_at', text)
    // From here on: for what is built next. Null while the secret was not yet proved to be in the person's hands.
    .addColumn('totp_confirmed_at', text)
    .execute();
  await index('person_id', 'person').unique().columns(['id']).execute();
  await index('person_username', 'person').unique().columns(['username']).execute();

  await table('role_grant')
    .addColumn('id', text, notNull)
    .addColumn('person_id', text, notNull)
    .addColumn('role', text, notNull)
    .addColumn('path', text, notNull)
    .addColumn('granted_at', text, notNull)
    .execute();
  await index('role_grant_person', 'role_grant').columns(['person_id']).execute();

  await table('session')
    .addColumn('token_hash', text, notNull)
    .addColumn('person_id', text, notNull)
    .addColumn('created_at', text, notNull)
    .addColumn('seen_at', text, notNull)
    .addColumn('expires_at', text, notNull)
    .addColumn('ended_at', text)
    // From here on: for what is built next. Where it was opened, and in what.
    .addColumn('address', text)
    .addColumn('user_agent', text)
    .execute();
  await index('session_token', 'session').unique().columns(['token_hash']).execute();
  await index('session_person', 'session').columns(['person_id']).execute();

  await table('api_key')
    .addColumn('id', text, notNull)
    .addColumn('person_id', text, notNull)
    .addColumn('key_hash', text, notNull)
    .addColumn('name', text, notNull)
    .addColumn('created_at', text, notNull)
    .addColumn('revoked_at', text)
    // From here on: for what is built next. What it may do (null: all its person may), until when, and when it was used.
    .addColumn('scope', text)
    .addColumn('expires_at', text)
    .addColumn('last_used_at', text)
    .addColumn('created_by', text)
    .execute();
  await index('api_key_hash', 'api_key').unique().columns(['key_hash']).execute();
}
