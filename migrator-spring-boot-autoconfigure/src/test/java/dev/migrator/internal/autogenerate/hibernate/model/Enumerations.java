package dev.migrator.internal.autogenerate.hibernate.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Enums as texts, as numbers, and as types of the database.
 */
@SuppressWarnings("deprecation")
public final class Enumerations {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Parcel.class, Carrier.class };

	private Enumerations() {
	}

	enum Size {

		SMALL, MEDIUM, LARGE

	}

	enum Priority {

		LOW, NORMAL, URGENT

	}

	enum Zone {

		HOME, ABROAD

	}

	enum Weather {

		SUN, RAIN

	}

	enum Grade {

		BEST("a"), GOOD("b");

		@EnumeratedValue
		final String code;

		Grade(String code) {
			this.code = code;
		}

	}

	static class SizeConverter implements AttributeConverter<Size, String> {

		@Override
		public String convertToDatabaseColumn(Size size) {
			return (size != null) ? size.name().substring(0, 1) : null;
		}

		@Override
		public Size convertToEntityAttribute(String text) {
			return (text != null) ? Size.valueOf(text) : null;
		}

	}

	@Embeddable
	static class Marks {

		@Enumerated(EnumType.STRING)
		@Column(length = 12)
		Priority inside;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Zone zone;

	}

	@Entity
	@Table(indexes = { @Index(name = "ix_parcel_priority", columnList = "priority"),
			@Index(name = "ix_parcel_urgent", columnList = "size", options = "where priority = 'URGENT'") })
	@Check(name = "ck_parcel_urgent", constraints = "priority <> 'URGENT' or size = 'SMALL'")
	static class Parcel {

		@Id
		@GeneratedValue
		long id;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		Size size;

		@Enumerated(EnumType.ORDINAL)
		Size before;

		Size plain;

		@Convert(converter = SizeConverter.class)
		@Column(length = 1)
		Size converted;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@ColumnDefault("'NORMAL'")
		@Column(nullable = false)
		Priority priority;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Priority former;

		@Enumerated(EnumType.STRING)
		Grade grade;

		Set<Size> sizes;

		@Enumerated(EnumType.STRING)
		Size[] sizesAsTexts;

		@Embedded
		Marks marks;

		@ElementCollection
		@Enumerated(EnumType.STRING)
		Map<String, Size> named;

		@ElementCollection
		@MapKeyEnumerated(EnumType.ORDINAL)
		Map<Size, String> bySize;

		@ElementCollection
		@MapKeyJdbcTypeCode(SqlTypes.NAMED_ENUM)
		Map<Weather, Integer> delays;

		@ElementCollection
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		List<Zone> stops;

	}

	@Entity
	static class Carrier {

		@Id
		long id;

		@Column(columnDefinition = "zone[]")
		@Enumerated(EnumType.STRING)
		Zone[] zones;

		@Column(columnDefinition = "zone[] default '{HOME}'")
		@Enumerated(EnumType.STRING)
		List<Zone> usual;

		@Enumerated(EnumType.STRING)
		@Column(columnDefinition = "varchar(20) default 'LOW'")
		Priority lowest;

	}

}
