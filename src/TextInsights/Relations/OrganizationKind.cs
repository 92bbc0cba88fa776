namespace TextInsights.Relations;

/// <summary>What an organisation is, as far as nouns beside its name or parts of its name tell.</summary>
internal enum OrganizationKind : byte
{
    Unknown,

    /// <summary>Any business at all ("Unternehmen", "Firma").</summary>
    Business,

    /// <summary>A business of a certain trade ("Hersteller", "Reederei").</summary>
    Company,

    /// <summary>A large group ("Konzern").</summary>
    Corporation,

    /// <summary>A young business ("Start-up", "Fintech").</summary>
    StartUp,

    Bank,
    Insurer,

    /// <summary>Who puts money into companies ("Finanzinvestor", "Fonds").</summary>
    Investor,

    /// <summary>Newspapers, agencies: mostly the source of a report.</summary>
    Media,

    /// <summary>States, ministries, courts, central banks, parties.</summary>
    Authority,

    /// <summary>Institutes, rating agencies, advisers.</summary>
    Research,

    /// <summary>Clubs, unions, associations, foundations.</summary>
    Association,
}
