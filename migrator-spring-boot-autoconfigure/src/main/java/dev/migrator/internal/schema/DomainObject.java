package dev.migrator.internal.schema;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Domain;
import dev.migrator.schema.element.Renaming;

/**
 * A domain with its default and checks. Domains and enums share the names of types.
 *
 * @param domain the domain
 */
public record DomainObject(Domain domain) implements SchemaObject {

	@Override
	public ObjectId id() {
		return ObjectId.type(this.domain.name());
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("type", this.domain.type().plain()),
				new Attribute("nullable", this.domain.nullable()), new Attribute("default", this.domain.defaultValue()),
				new Attribute("collation", this.domain.collation()), new Attribute("checks", this.domain.checks()));
	}

	/**
	 * Returns its base type, if the schema or an extension defines it.
	 */
	@Override
	public Stream<ObjectId> needs() {
		return this.domain.type().userType().map(ObjectId::type).stream();
	}

	/**
	 * Returns its checks are not SQL of a table, but no table has its name, and they are
	 * rewritten like all SQL.
	 */
	@Override
	public DomainObject renamed(Renaming renaming) {
		ObjectName name = this.domain.name();
		Expression value = this.domain.defaultValue();
		List<Check> checks = this.domain.checks().stream().map((check) -> check.renamed(name, renaming)).toList();
		return new DomainObject(new Domain(name, this.domain.type(), this.domain.collation(), this.domain.nullable(),
				(value != null) ? renaming.defaultValue(value) : null, checks));
	}

}
