package dev.migrator.internal.autogenerate.hibernate;

import java.util.List;

import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.hibernate.model.Auditing;
import dev.migrator.internal.autogenerate.hibernate.model.Auxiliary;
import dev.migrator.internal.autogenerate.hibernate.model.Columns;
import dev.migrator.internal.autogenerate.hibernate.model.Comments;
import dev.migrator.internal.autogenerate.hibernate.model.Documents;
import dev.migrator.internal.autogenerate.hibernate.model.EmbeddableKinds;
import dev.migrator.internal.autogenerate.hibernate.model.Embedding;
import dev.migrator.internal.autogenerate.hibernate.model.Enumerations;
import dev.migrator.internal.autogenerate.hibernate.model.Inheritance;
import dev.migrator.internal.autogenerate.hibernate.model.Keys;
import dev.migrator.internal.autogenerate.hibernate.model.Names;
import dev.migrator.internal.autogenerate.hibernate.model.Places;
import dev.migrator.internal.autogenerate.hibernate.model.Relations;
import dev.migrator.internal.autogenerate.hibernate.model.Rules;
import dev.migrator.internal.autogenerate.hibernate.model.Types;
import dev.migrator.internal.autogenerate.hibernate.model.Validated;
import org.jspecify.annotations.Nullable;

/**
 * Entities that belong together.
 */
enum Model {

	INHERITANCE(Inheritance.ENTITIES), RELATIONS(Relations.ENTITIES), COLUMNS(Columns.ENTITIES),
	EMBEDDING(Embedding.ENTITIES), KEYS(Keys.ENTITIES), ENUMERATIONS(Enumerations.ENTITIES), TYPES(Types.ENTITIES),
	RULES(Rules.ENTITIES), NAMES(Names.ENTITIES),
	PLACES(Places.ENTITIES, "create schema types", "create type types.side as enum ('DEBIT', 'CREDIT')"),
	AUDITING(Auditing.ENTITIES), AUXILIARY(Auxiliary.ENTITIES), COMMENTS(Comments.ENTITIES),
	DOCUMENTS(Documents.ENTITIES), EMBEDDABLE_KINDS(EmbeddableKinds.ENTITIES), VALIDATED(Validated.ENTITIES);

	private final Class<?>[] entities;

	private final List<String> byHand;

	private @Nullable WantedModel wanted;

	Model(Class<?>[] entities, String... byHand) {
		this.entities = entities;
		this.byHand = List.of(byHand);
	}

	Class<?>[] entities() {
		return this.entities.clone();
	}

	/**
	 * What its entities say, read once: Hibernate takes its time.
	 */
	WantedModel wanted() {
		WantedModel model = this.wanted;
		if (model == null) {
			model = Hibernate.model(this.entities);
			this.wanted = model;
		}
		return model;
	}

	/**
	 * What its entities need that Hibernate does not create.
	 */
	List<String> byHand() {
		return this.byHand;
	}

}
