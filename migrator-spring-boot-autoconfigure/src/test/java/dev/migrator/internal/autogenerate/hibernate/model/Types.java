package dev.migrator.internal.autogenerate.hibernate.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.sql.Clob;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import org.hibernate.Length;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/**
 * Types that {@link Columns} has not.
 */
@SuppressWarnings("deprecation")
public final class Types {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Numbers.class, Texts.class, Times.class, Composed.class,
			Defined.class };

	private Types() {
	}

	@Entity
	static class Numbers {

		@Id
		Integer id;

		Byte tiny;

		Short small;

		@Column(precision = 10)
		BigDecimal whole;

		@Column(precision = 38, scale = 10)
		BigDecimal wide;

		@Column(precision = 30)
		BigInteger huge;

		@Column(precision = 10)
		double precise;

		@Column(precision = 5)
		Float real;

		@JdbcTypeCode(SqlTypes.NUMERIC)
		@Column(precision = 8, scale = 2)
		double exact;

		@JdbcTypeCode(SqlTypes.SMALLINT)
		int little;

		@JdbcTypeCode(SqlTypes.TINYINT)
		int least;

		Boolean flag;

		@Convert(converter = YesNoConverter.class)
		boolean yesNo;

		@Convert(converter = TrueFalseConverter.class)
		Boolean trueFalse;

		@Convert(converter = NumericBooleanConverter.class)
		boolean oneZero;

		@JdbcTypeCode(SqlTypes.BIT)
		boolean bit;

	}

	@Entity
	static class Texts {

		@Id
		@Column(length = 36)
		String id;

		char letter;

		Character maybe;

		char[] letters;

		@JdbcTypeCode(SqlTypes.CHAR)
		@Column(length = 3)
		String fixed;

		@Column(length = Length.LONG)
		String longer;

		@Column(length = Length.LONG32)
		String longest;

		@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
		String unlimited;

		@Nationalized
		String national;

		@Lob
		Clob clob;

		@Lob
		char[] lob;

		@Column(length = 16)
		byte[] hash;

		@Lob
		@Column(length = 1000)
		byte[] file;

		@JdbcTypeCode(SqlTypes.LONG32VARBINARY)
		byte[] image;

		Serializable object;

		@JdbcTypeCode(SqlTypes.CHAR)
		UUID asText;

		@JdbcTypeCode(SqlTypes.SQLXML)
		String xml;

		Locale locale;

		URL url;

		URI uri;

		InetAddress address;

		Class<?> type;

	}

	@Entity
	static class Times {

		@Id
		Instant id;

		@Column(precision = 0)
		Instant seconds;

		@Column(secondPrecision = 3)
		Instant millis;

		@Column(precision = 9)
		LocalDateTime nanos;

		@Column(secondPrecision = 0)
		LocalTime time;

		LocalDate date;

		OffsetTime offsetTime;

		@TimeZoneStorage(TimeZoneStorageType.NATIVE)
		OffsetDateTime nativeZone;

		@TimeZoneStorage(TimeZoneStorageType.COLUMN)
		@TimeZoneColumn(name = "zone_of_it")
		ZonedDateTime withColumn;

		@TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
		OffsetDateTime normalized;

		Duration duration;

		@Column(precision = 10, scale = 3)
		Duration precise;

		@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
		@Column(precision = 9, scale = 3)
		Duration interval;

		Year year;

		DayOfWeek dayOfWeek;

		Month month;

		ZoneId zone;

		ZoneOffset zoneOffset;

		TimeZone timeZone;

		Date date1;

		@Temporal(TemporalType.DATE)
		Date date2;

		@Temporal(TemporalType.TIME)
		Date date3;

		Timestamp timestamp;

		Calendar calendar;

		java.sql.Date sqlDate;

		java.sql.Time sqlTime;

		Period period;

		YearMonth yearMonth;

		MonthDay monthDay;

	}

	@Embeddable
	record Point(double x, double y) {
	}

	@Entity
	static class Composed {

		@Id
		UUID id;

		String[] texts;

		int[] numbers;

		List<Integer> list;

		@Column(length = 40)
		Set<String> set;

		UUID[] ids;

		LocalDate[] dates;

		@Array(length = 3)
		BigDecimal[] amounts;

		boolean[] flags;

		List<Instant> instants;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, Object> json;

		@JdbcTypeCode(SqlTypes.JSON)
		List<String> jsonList;

		@JdbcTypeCode(SqlTypes.JSON)
		Point point;

		@JdbcTypeCode(SqlTypes.JSON_ARRAY)
		List<Point> points;

		@Column(columnDefinition = "jsonb default '{}'")
		@JdbcTypeCode(SqlTypes.JSON)
		String text;

		@Column(columnDefinition = "json")
		String plainJson;

	}

	@Entity
	static class Defined {

		@Id
		@Column(columnDefinition = "int4")
		int id;

		@Column(columnDefinition = "TEXT NOT NULL")
		String text;

		@Column(columnDefinition = "numeric(10,2) default 0", nullable = false)
		BigDecimal price;

		@Column(columnDefinition = "timestamptz(3)")
		Instant millis;

		@Column(columnDefinition = "timestamp without time zone default current_timestamp")
		LocalDateTime local;

		@Column(columnDefinition = "character varying(30) COLLATE \"C\"")
		String collated;

		@Column(columnDefinition = "bigserial")
		long counted;

		@Column(columnDefinition = "int8 default 1 + 2")
		long computed;

		@Column(columnDefinition = "bool default false not null")
		boolean flag;

		@Column(columnDefinition = "varchar")
		String unlimited;

		@Column(columnDefinition = "char(2) default 'DE'")
		@JdbcTypeCode(SqlTypes.CHAR)
		String country;

		@Column(columnDefinition = "float8")
		double real;

		@Column(columnDefinition = "uuid default gen_random_uuid()")
		UUID random;

		@Column(columnDefinition = "text[] default array['a', 'b']::text[]")
		String[] tags;

		@Column(columnDefinition = "bytea default '\\x00'")
		byte[] bytes;

		@Column(columnDefinition = "date default (now() at time zone 'utc')::date")
		LocalDate today;

		@Column(columnDefinition = "text generated always as (upper(\"text\")) stored", insertable = false,
				updatable = false)
		String words;

		@Column(columnDefinition = "varchar(5) unique")
		String code;

		@Column(columnDefinition = "smallint check (rating between 1 and 5)")
		short rating;

		@Basic(optional = false)
		@Column(columnDefinition = "daterange")
		String during;

	}

}
