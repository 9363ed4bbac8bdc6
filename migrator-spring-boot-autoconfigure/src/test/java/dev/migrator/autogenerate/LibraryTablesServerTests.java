package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables that libraries keep in the database of an application stay, and those that only
 * look a little like them do not.
 */
@Tag("server")
class LibraryTablesServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@ParameterizedTest
	@ValueSource(strings = {
			// Spring Modulith, both versions of its table, and the archive
			"event_publication id listener_id event_type serialized_event publication_date completion_date",
			"event_publication_archive id listener_id event_type serialized_event publication_date completion_date status completion_attempts last_resubmission_date",
			// ShedLock, whose table may have any name
			"shedlock name lock_until locked_at locked_by", "job_locks name lock_until locked_at locked_by",
			// Spring Integration
			"int_message message_id region created_date message_bytes",
			"int_group_to_message group_key message_id region",
			"int_message_group group_key region marked complete last_released_sequence created_date updated_date",
			"int_lock lock_key region client_id created_date", "int_metadata_store metadata_key metadata_value region",
			"int_channel_message message_id group_key created_date message_priority message_sequence message_bytes region",
			// Spring Security
			"acl_sid id principal sid", "acl_class id class", "acl_class id class class_id_type",
			"acl_object_identity id object_id_class object_id_identity parent_object owner_sid entries_inheriting",
			"acl_entry id acl_object_identity ace_order sid mask granting audit_success audit_failure",
			"users username password enabled", "authorities username authority", "groups id group_name",
			"group_authorities group_id authority", "group_members id username group_id",
			"persistent_logins username series token last_used", "one_time_tokens token_value username expires_at",
			"user_entities id name display_name",
			"user_credentials credential_id user_entity_user_id public_key signature_count label",
			"oauth2_authorized_client client_registration_id principal_name access_token_type access_token_value",
			"oauth2_registered_client id client_id client_authentication_methods authorization_grant_types client_settings token_settings",
			"oauth2_authorization id registered_client_id principal_name authorization_grant_type authorization_code_value",
			"oauth2_authorization_consent registered_client_id principal_name authorities",
			// Spring Session, under the name that it was given
			"spring_session primary_id session_id",
			"my_session primary_id session_id max_inactive_interval principal_name",
			"my_session_attributes session_primary_id attribute_name attribute_bytes",
			// Spring Batch, Quartz, JobRunr, db-scheduler
			"batch_job_instance job_instance_id", "qrtz_locks sched_name lock_name",
			"jobrunr_jobs id version jobasjson state", "jobrunr_backgroundjobservers id workerpoolsize",
			"scheduled_tasks task_name task_instance task_data execution_time picked picked_by last_heartbeat version",
			// Spring AI
			"spring_ai_chat_memory conversation_id content type sequence_id",
			"vector_store id content metadata embedding",
			// Axon
			"domain_event_entry global_index aggregate_identifier sequence_number payload",
			"token_entry processor_name segment token", "tokenentry processorname segment token",
			"saga_entry saga_id saga_type serialized_saga", "association_value_entry id association_key saga_id",
			// Camunda and Flowable
			"act_ru_task id_ rev_ name_", "act_ge_property name_ value_ rev_", "flw_ru_batch id_ rev_ type_" })
	void tableOfALibraryStays(String table) {
		create(table);

		assertThat(found()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "users id username password enabled", "users email", "authorities id name",
			"groups id name", "vector_store id label", "act_log id message", "int_rates id region value",
			"token_entry id text", "persistent_logins id username", "locks name", "event_publications id title" })
	void tableOfTheApplicationDoesNot(String table) {
		create(table);

		assertThat(found()).containsExactly("Detected removed table '%s'".formatted(table.split(" ")[0]));
	}

	@Test
	void sequenceOfALibraryStays() {
		this.database.execute("create sequence int_message_seq; create sequence batch_job_seq; create sequence mine");

		assertThat(found()).containsExactly("Detected removed sequence 'mine'");
	}

	private void create(String table) {
		List<String> words = List.of(table.split(" "));
		this.database.execute("create table %s (%s text)".formatted(words.get(0),
				String.join(" text, ", words.subList(1, words.size()))));
	}

	private List<String> found() {
		return Comparing.with(this.database, SchemaObjects.none()).detected();
	}

}
