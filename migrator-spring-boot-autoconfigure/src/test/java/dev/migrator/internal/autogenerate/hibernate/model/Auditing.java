package dev.migrator.internal.autogenerate.hibernate.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;

/**
 * Rows that are never gone, their history, and references to any entity.
 */
public final class Auditing {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Contract.class, ContractAudit.class, PartiesAudit.class, Rev.class,
			Party.class, Clause.class, Appendix.class, Country.class, Totals.class, Remark.class };

	private Auditing() {
	}

	@Entity
	@Table(name = "contracts")
	@SQLDelete(sql = "update contracts set deleted = true where id = ?")
	@SQLRestriction("deleted = false")
	static class Contract {

		@Id
		@GeneratedValue
		UUID id;

		@Version
		int version;

		@TenantId
		String tenant;

		@Column(nullable = false)
		boolean deleted;

		@CreationTimestamp
		@Column(nullable = false, updatable = false)
		Instant created;

		@UpdateTimestamp
		Instant updated;

		@ManyToMany
		@SoftDelete(columnName = "gone")
		Set<Party> parties;

		@ElementCollection
		@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
		Set<String> labels;

	}

	@Entity
	@Table(name = "revinfo")
	static class Rev {

		@Id
		@GeneratedValue(generator = "revinfo")
		@SequenceGenerator(name = "revinfo", sequenceName = "revinfo_seq")
		int rev;

		Long revtstmp;

	}

	record AuditId(UUID id, Integer rev) implements Serializable {
	}

	@Entity
	@Table(name = "contracts_aud")
	@IdClass(AuditId.class)
	static class ContractAudit {

		@Id
		UUID id;

		@Id
		@ManyToOne
		@JoinColumn(name = "rev")
		Rev rev;

		@ManyToOne
		@JoinColumn(name = "revend")
		Rev revend;

		Byte revtype;

		String tenant;

		Boolean deleted;

	}

	record PartiesAuditId(Integer rev, UUID contract, Long party) implements Serializable {
	}

	@Entity
	@Table(name = "contracts_parties_aud")
	@IdClass(PartiesAuditId.class)
	static class PartiesAudit {

		@Id
		@ManyToOne
		@JoinColumn(name = "rev")
		Rev rev;

		@Id
		@Column(name = "contracts_id")
		UUID contract;

		@Id
		@Column(name = "parties_id")
		Long party;

		Short revtype;

	}

	@Entity
	@SoftDelete(strategy = SoftDeleteType.ACTIVE)
	static class Party {

		@Id
		@GeneratedValue
		long id;

		@Version
		Instant changed;

	}

	@Entity
	@SoftDelete(converter = org.hibernate.type.YesNoConverter.class, columnName = "removed")
	static class Clause {

		@Id
		@GeneratedValue
		long id;

		@Version
		@Column(name = "\"version\"")
		Short version;

	}

	@Entity
	@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
	static class Appendix {

		@Id
		@GeneratedValue
		long id;

	}

	@Entity
	@Immutable
	static class Country {

		@Id
		@Column(length = 2, columnDefinition = "char(2)")
		@JdbcTypeCode(SqlTypes.CHAR)
		String code;

	}

	@Entity
	@Immutable
	@Subselect("select 1 as id")
	static class Totals {

		@Id
		long id;

	}

	@Entity
	static class Remark {

		@Id
		@GeneratedValue
		long id;

		@Any
		@AnyKeyJavaClass(Long.class)
		@AnyDiscriminatorValue(discriminator = "P", entity = Party.class)
		@AnyDiscriminatorValue(discriminator = "C", entity = Clause.class)
		@Column(name = "target_type", length = 1)
		@JoinColumn(name = "target_id")
		Object target;

		@ManyToAny
		@AnyKeyJavaClass(Long.class)
		@Column(name = "other_type")
		@jakarta.persistence.JoinTable(name = "remark_others", joinColumns = @JoinColumn(name = "remark_id"),
				inverseJoinColumns = @JoinColumn(name = "other_id"))
		Set<Object> others;

	}

}
